export default definePageConfig({ navigationBarTitleText: '我的茶友故事' });
